/** Sorts of equipment, how common they are, and invented makes and models. */
export const catalogue: readonly { type: string; word: string; share: number; makes: readonly string[] }[] = [
  {
    type: 'laptop',
    word: 'Bärbar dator',
    share: 0.3,
    makes: ['Exempeldatorer|L5', 'Exempeldatorer|L7', 'Nordskärm|Bok 14'],
  },
  { type: 'pc', word: 'Dator', share: 0.22, makes: ['Exempeldatorer|P14', 'Nordskärm|Torn 3', 'Exempeldatorer|P9'] },
  { type: 'display', word: 'Bildskärm', share: 0.14, makes: ['Nordskärm|Panel 27', 'Nordskärm|Panel 24'] },
  { type: 'mobile', word: 'Mobiltelefon', share: 0.12, makes: ['Telexempel|13', 'Telexempel|14 Mini'] },
  { type: 'printer', word: 'Skrivare', share: 0.07, makes: ['Kontorsexempel|Flex 4500', 'Kontorsexempel|Smart 300'] },
  { type: 'network', word: 'Switch', share: 0.05, makes: ['Nätexempel|S48', 'Nätexempel|AP 6'] },
  { type: 'tablet', word: 'Surfplatta', share: 0.04, makes: ['Telexempel|Platta 11'] },
  { type: 'thinClient', word: 'Tunn klient', share: 0.03, makes: ['Nordskärm|Tunn 2'] },
  { type: 'server', word: 'Server', share: 0.02, makes: ['Exempeldatorer|R640', 'Exempeldatorer|R740'] },
  { type: 'removableMedia', word: 'USB-minne', share: 0.01, makes: ['Minnesexempel|U3'] },
]

/** Sorts of medical devices with their risk class and maintenance, months apart. */
export const deviceCatalogue: readonly {
  word: string
  riskClass: string
  interval: number
  makes: readonly string[]
}[] = [
  {
    word: 'Infusionspump',
    riskClass: 'IIb',
    interval: 12,
    makes: ['Exempelpumpar|Infuso 2', 'Exempelpumpar|Infuso 3'],
  },
  { word: 'Patientmonitor', riskClass: 'IIb', interval: 12, makes: ['Exempelmonitor|PM 9', 'Exempelmonitor|PM 12'] },
  { word: 'Blodtrycksmätare', riskClass: 'IIa', interval: 24, makes: ['Exempelmonitor|BT 1'] },
  { word: 'EKG', riskClass: 'IIa', interval: 12, makes: ['Exempelhjärta|EKG 7'] },
  { word: 'Defibrillator', riskClass: 'IIb', interval: 12, makes: ['Exempelhjärta|Defi 300'] },
  { word: 'Ultraljud', riskClass: 'IIa', interval: 12, makes: ['Exempelbild|Sono 7'] },
  { word: 'Sängvåg', riskClass: 'Im', interval: 24, makes: ['Exempelvåg|Säng'] },
  { word: 'Glukosmätare', riskClass: 'B', interval: 12, makes: ['Exempeldiagnostik|Gluko Fast'] },
  { word: 'Centrifug', riskClass: 'A', interval: 24, makes: ['Exempeldiagnostik|C 16'] },
  { word: 'Ventilator', riskClass: 'IIb', interval: 6, makes: ['Exempelandning|V 5'] },
]

/** Where things stand. */
export const places: readonly string[] = [
  'Akuten',
  'Avdelning 12',
  'Avdelning 34',
  'Mottagning Norr',
  'Mottagning Söder',
  'Röntgen',
  'Labb',
  'Administration',
  'Förråd',
  'Datahall',
]

/** First words of systems' names. */
export const systemWords: readonly string[] = [
  'Bokningssystem',
  'Remissystem',
  'Schemasystem',
  'Ärendesystem',
  'Integrationstjänst',
  'Beslutsstöd',
  'Arkivtjänst',
  'Besökssystem',
]
