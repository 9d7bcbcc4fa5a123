import type { EquipmentData } from '../../assets/data.ts'
import type { AssetIds, DemoAsset } from './demo-asset.ts'

const protectedPc = {
  personalData: 'yes',
  patchManaged: true,
  malwareProtection: true,
  diskEncryption: true,
  hasStorageMedia: true,
  storageMedia: ['ssd'],
} satisfies Partial<EquipmentData>

/** Equipment of the demo region, with the faults that domain model section 9 asks for. */
export const demoEquipment: readonly DemoAsset[] = [
  one('pc-eken', 'inOperation', ({ unit, person, day }) => ({
    name: 'PC reception, Vårdcentralen Eken',
    usingOrgUnitIds: [unit('vardcentralen-eken')],
    responsiblePersonId: person('amir.rahimi'),
    equipmentType: 'pc',
    ...exampleMake('Modell P14', 'EK-2201734'),
    ...onNetwork(person('it'), day(-400), 'PC-00017', '3c:52:82:10:44:0a', 'klient-vard-12'),
    ...protectedPc,
    operatingSystem: 'Windows 11 Enterprise',
    osSupportEnd: day(330),
    location: { site: 'Vårdcentralen Eken', building: 'A', floor: '1', room: 'A 112' },
    warrantyEndsAt: day(210),
    lastVerifiedAt: day(-25),
    externalIds: [{ source: 'klienthanteringen', id: 'PC-00017' }],
    origins: { model: 'feed:klienthanteringen', operatingSystem: 'feed:klienthanteringen' },
    sourceSays: { name: { source: 'klienthanteringen', value: 'PC-00017', at: `${day(-2)}T02:10:00Z` } },
  })),
  one('skrivare', 'inOperation', ({ unit, person, supplier, day }) => ({
    name: 'Delad skrivare med hårddisk',
    usingOrgUnitIds: [unit('akutmottagningen'), unit('hjartmottagningen')],
    responsiblePersonId: person('fredrik.noren'),
    equipmentType: 'printer',
    ...exampleMake('Flex 4500', 'SK-77120'),
    ...onNetwork(person('it'), day(-700), 'PRN-AKUT-2', '00:1e:8f:22:b0:91', 'skrivare-sjukhus'),
    personalData: 'yes',
    ownership: 'leased',
    hasStorageMedia: true,
    storageMedia: ['hdd'],
    order: { leaseEndsAt: day(160), orderNumber: 'IO-20311' },
    supplierIds: [{ supplierId: supplier('kontorsteknik'), role: 'maintenance', processesPersonalData: false }],
    location: { site: 'Sjukhuset', building: '12', floor: '2', room: 'Korridor C' },
    lastVerifiedAt: day(-410),
  })),
  one('server-gammal', 'inOperation', ({ unit, person, day }) => ({
    name: 'Server labbintegration',
    usingOrgUnitIds: [unit('laboratoriet')],
    responsiblePersonId: person('magnus.frid'),
    equipmentType: 'server',
    ...exampleMake('Rack R640', 'SV-0091-33'),
    ...onNetwork(person('it'), day(-2200), 'SRV-LAB-01', '98:f2:b3:0c:7d:e2', 'server-lab'),
    personalData: 'yes',
    operatingSystem: 'Windows Server 2012 R2',
    osSupportEnd: '2023-10-10',
    patchManaged: true,
    malwareProtection: true,
    hasStorageMedia: true,
    storageMedia: ['ssd'],
    location: { site: 'Datahall Nord', room: 'Rack 14' },
    lastVerifiedAt: day(-95),
  })),
  one('barbar-saknad', 'missing', ({ unit, person, day }) => ({
    name: 'Bärbar dator, hemsjukvården',
    usingOrgUnitIds: [unit('vardcentralen-eken')],
    responsiblePersonId: person('amir.rahimi'),
    equipmentType: 'laptop',
    ...exampleMake('Modell L7', 'LT-55810'),
    personalData: 'yes',
    diskEncryption: true,
    hasStorageMedia: true,
    storageMedia: ['ssd'],
    custody: [{ holderPersonId: person('josefin.alm'), from: day(-260) }],
    stateBefore: 'inOperation',
    lastVerifiedAt: day(-200),
  })),
  one('barbar-okrypterad', 'inOperation', ({ unit, person, day }) => ({
    name: 'Bärbar dator, färdtjänstkontoret',
    usingOrgUnitIds: [unit('trafikforvaltningen')],
    responsiblePersonId: person('cecilia.moen'),
    equipmentType: 'laptop',
    ...exampleMake('Modell L5', 'LT-44107'),
    ...onNetwork(person('it'), day(-500), 'LT-44107', '5c:26:0a:71:18:3f', 'klient-kontor'),
    ...protectedPc,
    personalData: 'yes',
    diskEncryption: false,
    externalIds: [{ source: 'klienthanteringen', id: 'LT-44107' }],
    unseen: { source: 'klienthanteringen', loads: 4, since: day(-29) },
    lastVerifiedAt: day(-300),
  })),
  one('mr-arbetsstation', 'inOperation', ({ unit, person, day }) => ({
    name: 'Arbetsstation MR',
    usingOrgUnitIds: [unit('bild-och-funktion')],
    responsiblePersonId: person('stefan.holm'),
    equipmentType: 'pc',
    ...exampleMake('Station Z4', 'WS-00311'),
    ...onNetwork(person('it'), day(-420), 'MR-WS-1', '00:25:64:9a:11:20', 'medicinteknik-bild'),
    ...protectedPc,
    operatingSystem: 'Windows 10 IoT LTSC',
    osSupportEnd: day(900),
    location: { site: 'Sjukhuset', building: '31', floor: '0', room: 'MR 1' },
    lastVerifiedAt: day(-40),
  })),
  one('mobil', 'storage', ({ unit, person, day }) => ({
    name: 'Mobiltelefon, reserv',
    usingOrgUnitIds: [unit('koncernkontoret')],
    responsiblePersonId: person('tobias.lund'),
    equipmentType: 'mobile',
    ...exampleMake('Telefon 13', 'MB-90012'),
    imei: ['490154203237518'],
    personalData: 'no',
    mdmManaged: true,
    diskEncryption: true,
    hasStorageMedia: true,
    storageMedia: ['flash'],
    lastVerifiedAt: day(-12),
  })),
  one('server-destruerad', 'disposed', ({ unit, person, day }) => ({
    name: 'Filserver, avvecklad',
    usingOrgUnitIds: [unit('digitalisering')],
    responsiblePersonId: person('mikael.sten'),
    equipmentType: 'server',
    ...exampleMake('Rack R410', 'SV-0007-02'),
    personalData: 'yes',
    hasStorageMedia: true,
    storageMedia: ['hdd'],
    decommissionedAt: day(-140),
    disposal: {
      method: 'shredded',
      at: day(-120),
      by: person('it'),
      certificateRef: 'INTYG 2026-118',
      recipient: 'Demobygdens återvinning',
      verification: 'full',
      destination: 'destroyed',
    },
  })),
]

function exampleMake(model: string, serialNumber: string): Partial<EquipmentData> {
  return { manufacturer: 'Exempeldatorer', model, serialNumber }
}

function onNetwork(
  by: string,
  at: string,
  hostname: string,
  macAddress: string,
  segment: string,
): Partial<EquipmentData> {
  return {
    connectedToNetwork: true,
    connectionApproval: { by, at, ref: 'NÄT-2024' },
    network: [{ hostname, macAddress, segment, medium: 'wired' }],
  }
}

function one(key: string, state: string, data: (ids: AssetIds) => EquipmentData): DemoAsset {
  return { kind: 'equipment', key, state, by: 'it', data }
}
