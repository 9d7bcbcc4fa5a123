import type { SupplierData } from '../suppliers/supplier-data.ts'
import type { DemoDays } from './days.ts'

/** A supplier of the demo register; `owner` is a user id. All are invented. */
export interface DemoSupplier {
  key: string
  owner: string
  data: (days: DemoDays) => SupplierData
}

/** Suppliers of domain section 9, with the gaps planted there. */
export const demoSuppliers: readonly DemoSupplier[] = [
  {
    key: 'linden',
    owner: 'avtal',
    data: ({ ago, ahead }) => ({
      name: 'Linden Journal Demo AB',
      tradeNames: ['Linden'],
      country: 'SE',
      orgNumber: '999900-0038',
      parentName: 'Linden Group Demo AB',
      parentCountry: 'SE',
      category: 'it',
      criticality: 'high',
      dpContact: 'Dataskyddsombudet på Linden',
      contacts: [
        { role: 'agreement', name: 'Elsa Norling', email: 'elsa.norling@linden.example', verifiedAt: ago(200) },
        { role: 'incident', name: 'Incidentjour', phone: '010-000 00 01', verifiedAt: ago(200) },
      ],
      certifications: [{ name: 'ISO/IEC 27001', reference: 'D-2024-118', validTo: ahead(45) }],
      nis2Entity: 'yes',
      lastFollowUpAt: ago(405),
      changeEvents: [{ at: ago(75), kind: 'ownership', text: 'Linden Group har köpts av en ny ägare i Sverige.' }],
    }),
  },
  {
    key: 'bildarkiv',
    owner: 'avtal',
    data: ({ ago, ahead }) => ({
      name: 'Bildarkiv Demo GmbH',
      otherNames: ['Bildarkivet', 'PixStore'],
      country: 'DE',
      orgNumber: 'DE999999999',
      numberScheme: 'vat',
      parentName: 'Bildarkiv Holding Demo GmbH',
      parentCountry: 'DE',
      category: 'medTech',
      criticality: 'high',
      dpContact: 'Jana Vogel',
      contacts: [
        { role: 'dataProtection', name: 'Jana Vogel', email: 'dataskydd@bildarkiv.example', verifiedAt: ago(253) },
        { role: 'incident', name: 'Jour', phone: '+49 30 0000 0000', verifiedAt: ago(253) },
      ],
      certifications: [
        { name: 'ISO/IEC 27001', reference: 'B-2023-7', validTo: ahead(300) },
        { name: 'ISO 13485', reference: 'B-2022-2', validTo: ago(12) },
      ],
      nis2Entity: 'yes',
      subProcessorListUrl: 'https://bildarkiv.example/underbitraden',
      subProcessorListCheckedAt: ago(36),
      lastFollowUpAt: ago(253),
      nextFollowUpAt: ahead(110),
    }),
  },
  {
    key: 'schema',
    owner: 'avtal',
    data: ({ ago }) => ({
      name: 'Schema Moln Demo Ltd',
      tradeNames: ['SchemaMoln'],
      country: 'IE',
      parentName: 'Schedule Cloud Demo Inc.',
      parentCountry: 'US',
      category: 'it',
      criticality: 'medium',
      nis2Entity: 'unknown',
      changeEvents: [{ at: ago(20), kind: 'location', text: 'Säkerhetskopiorna flyttas från Irland till Finland.' }],
    }),
  },
  {
    key: 'kamera',
    owner: 'socialchef',
    data: () => ({
      name: 'Trygghet i Hemmet Demo AB',
      country: 'SE',
      orgNumber: '999900-0046',
      category: 'other',
      criticality: 'medium',
    }),
  },
  {
    key: 'destruktion',
    owner: 'avtal',
    data: ({ ago, ahead }) => ({
      name: 'Säker Destruktion Demo AB',
      country: 'SE',
      orgNumber: '999900-0053',
      category: 'disposal',
      criticality: 'low',
      certifications: [{ name: 'SS-EN 15713', reference: 'SD-44', validTo: ahead(420) }],
      lastFollowUpAt: ago(120),
    }),
  },
  {
    key: 'it-forbundet',
    owner: 'socialchef',
    data: ({ ago }) => ({
      name: 'Demobygdens IT-förbund',
      country: 'SE',
      orgNumber: '999900-0020',
      category: 'jointBody',
      criticality: 'high',
      lastFollowUpAt: ago(150),
    }),
  },
  {
    key: 'konsult',
    owner: 'avtal',
    data: () => ({
      name: 'Fjällbris Konsult Demo HB',
      otherNames: ['Fjällbris'],
      country: 'SE',
      orgNumber: '999900-0061',
      category: 'consultancy',
      criticality: 'medium',
    }),
  },
  {
    key: 'eform',
    owner: 'avtal',
    data: () => ({
      name: 'E-formulär Demo AB',
      country: 'SE',
      orgNumber: '999900-0079',
      category: 'it',
      criticality: 'low',
    }),
  },
  {
    key: 'natjanster',
    owner: 'avtal',
    data: ({ ago }) => ({
      name: 'Nationella Tjänster Demo AB',
      country: 'SE',
      orgNumber: '999900-0087',
      category: 'it',
      criticality: 'high',
      lastFollowUpAt: ago(90),
    }),
  },
  {
    key: 'kontorsteknik',
    owner: 'avtal',
    data: () => ({
      name: 'Kontorsteknik Leasing Demo AB',
      country: 'SE',
      orgNumber: '999900-0095',
      category: 'it',
      criticality: 'low',
    }),
  },
]
