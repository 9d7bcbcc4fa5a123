/** A system, device or supplier of the demo register, enough to be linked to; `unit` is an external key, people are user ids. */
export interface DemoThing {
  key: string
  name: string
  unit: string
  responsible: string
  type?: string
}

/** Business systems that the demo activities name. */
export const demoApplications: readonly DemoThing[] = [
  thing('linden', 'Journalsystemet Linden', 'sjukhusforvaltningen', 'systemagare', 'businessSystem'),
  thing('pacs', 'PACS Bildarkiv', 'bild-och-funktion', 'systemagare', 'businessSystem'),
  thing('hjartregister', 'Hjärtsviktsregistret Demo', 'hjartmottagningen', 'systemagare', 'qualityRegister'),
  thing('lab', 'Labbsystemet Demo', 'laboratoriet', 'magnus.frid', 'businessSystem'),
  thing('loggverktyg', 'Loggverktyget Demo', 'koncernkontoret', 'systemagare', 'infrastructure'),
  thing('rekrytering', 'Rekryteringsverktyget Demo', 'koncernkontoret', 'tobias.lund', 'service'),
  thing('passage', 'Passersystemet Demo', 'regionservice', 'camilla.rosen', 'infrastructure'),
  thing('fardtjanst', 'Färdtjänstsystemet Demo', 'trafikforvaltningen', 'cecilia.moen', 'businessSystem'),
  thing('forteckna', 'Förteckna', 'koncernkontoret', 'systemagare', 'register'),
  thing('procapita-voo', 'Procapita VoO', 'sektor-omsorg', 'socialchef', 'businessSystem'),
  thing('procapita-ifo', 'Procapita IFO', 'sektor-omsorg', 'socialchef', 'businessSystem'),
]

/** Medical devices that the demo activities name. */
export const demoDevices: readonly DemoThing[] = [
  thing('mr', 'MR-kamera 3 T', 'bild-och-funktion', 'mt'),
  thing('ultraljud', 'Ultraljud, ej anslutet', 'bild-och-funktion', 'mt'),
]

/** Suppliers that the demo activities name. All are invented. */
export const demoSuppliers: readonly { key: string; name: string; country: string }[] = [
  { key: 'linden', name: 'Linden Journal Demo AB', country: 'SE' },
  { key: 'bildarkiv', name: 'Bildarkiv Demo GmbH', country: 'DE' },
  { key: 'schema', name: 'Schema Moln Demo Ltd', country: 'IE' },
  { key: 'kamera', name: 'Trygghet i Hemmet Demo AB', country: 'SE' },
]

function thing(key: string, name: string, unit: string, responsible: string, type?: string): DemoThing {
  return { key, name, unit, responsible, ...(type && { type }) }
}
