const places: { [kind: string]: string } = {
  activity: '/behandlingar',
  equipment: '/tillgangar/utrustning',
  medicalDevice: '/tillgangar/medicinteknik',
  application: '/tillgangar/system',
  supplier: '/leverantorer',
  agreement: '/avtal',
}

/** Where a record of a kind is shown; none for kinds without a page of their own. */
export function recordAddress(kind: string, id: string): string | undefined {
  const place = places[kind]
  return place && `${place}/${id}`
}
