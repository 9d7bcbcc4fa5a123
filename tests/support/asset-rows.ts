const headings = [
  'Inv.nr',
  'Datornamn',
  'Typ',
  'Fabrikat',
  'Modell',
  'Serienr',
  'Enhet',
  'Ansv.',
  'OS',
  'Krypt',
  'Hostname',
  'Inköpsdatum',
  'Garanti',
  'Byggnad',
  'Rum',
]
const units = [
  'Akutmottagningen',
  'Hjärtmottagningen',
  'Vårdcentralen Eken',
  'Laboratoriet',
  'MT-enheten',
  'Koncernkontoret',
]
const makers = ['Elvedata', 'Skiva', 'Pappersbo']

/** A heading row and so many rows of equipment as a regional inventory writes them; numbers begin at `from`. */
export function assetRows(count: number, from = 100_000): string[][] {
  const rows = Array.from({ length: count }, (_, at) => {
    const number = from + at
    return [
      String(number),
      `PC-${number}`,
      at % 3 === 0 ? 'laptop' : 'pc',
      makers[at % makers.length]!,
      `T${at % 40}`,
      `SN${number * 13}`,
      units[at % units.length]!,
      at % 2 === 0 ? 'it' : 'systemagare',
      'Fönster 11',
      at % 5 === 0 ? 'Nej' : 'Ja',
      `pc${number}.region.example`,
      `2024-0${(at % 9) + 1}-1${at % 9}`,
      `2027-0${(at % 9) + 1}-1${at % 9}`,
      `Hus ${at % 30}`,
      String(at % 900),
    ]
  })
  return [headings, ...rows]
}
