/** What makers leave where a serial number was to be. */
const fillers = new Set(
  [
    'na none null nil unknown okand saknas missing default notspecified notapplicable notavailable invalid test',
    'tobefilledbyoem systemserialnumber serialnumber chassisserialnumber sn oem vmware virtual x xx xxx xxxx',
  ].flatMap((words) => words.split(' ')),
)

/** Whether a serial number tells one thing from another: not `To be filled by O.E.M.`, `N/A`, zeros or dashes. */
export function isRealSerial(serial: string | undefined): serial is string {
  if (!serial) return false
  const bare = bareSerial(serial)
  return bare.length > 1 && !fillers.has(bare) && !/^(.)\1*$/.test(bare) && !/^0?12345/.test(bare)
}

/** A serial as it is compared: lower case, letters and digits only. */
export function bareSerial(serial: string): string {
  if (/^[ -~]*$/.test(serial)) return serial.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return serial
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}
