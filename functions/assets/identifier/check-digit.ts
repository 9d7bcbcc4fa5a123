/** Whether the last digit is the GS1 check digit of the others: GTIN-8 to GTIN-14, GLN, SSCC (weights 3 and 1 from the right). */
export function hasGs1CheckDigit(digits: string): boolean {
  if (!/^\d{8,18}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}

/** Whether the last digit is the Luhn check digit of the others, as in an IMEI. */
export function hasLuhnDigit(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
