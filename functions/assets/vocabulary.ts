import { vocabularies as shared } from '../processing/vocabulary.ts'

const own = {
  triState: 'yes no unknown',
  keeper: 'regionalIt medTech',
  contactRole: 'owner manager technical unitContact informationOwner',
  supplierRole: 'manufacturer vendor maintenance hosting support',
  disposalMethod: 'shredded degaussed wipedVerified encryptedErase returnedPerContract noMedia',
  disposalVerification: 'full sample none',
  disposalDestination: 'reuse returned sold recycled destroyed',
  hold: 'quarantine legalHold pendingCertificate blocked underAcceptance',
  networkZone: 'admin clinical medtech building guest dmz server isolated',
  networkMedium: 'wired wifi mobile other',
  riskAnalysisType: 'infoSystem access medicalDevice supplierChange protectionBypass infoExchange processing',
  equipmentType:
    'pc laptop mobile tablet printer server network storage removableMedia thinClient display scanner ups iot camera kiosk other',
  ownership: 'owned leased borrowed',
  storageMedia: 'hdd ssd flash tape optical',
  regulatoryFramework: 'MDR IVDR legacyMDD legacyAIMDD legacyIVDD inHouse',
  riskClass: 'I Is Im Ir IIa IIb III activeImplantable A B C D',
  nomenclatureSystem: 'emdn gmdn umdns local',
  udiIssuer: 'gs1 hibcc iccbba ifa',
  maintenanceType: 'preventive calibration electricalSafety software',
  maintenanceResult: 'ok remarks notOk',
  deviceInterface: 'dicom hl7 fhir serial vendorCloud none',
  remoteService: 'none vpn vendorTool',
  applicationType:
    'businessSystem service eService qualityRegister nationalService register integration infrastructure deviceSoftware',
  environment: 'production test training',
  hosting: 'own otherPublic supplier cloud',
  logFunction: 'yes no partial unknown',
  logContent: 'who what when unit subject',
  authenticationMethod: 'password twoFactor siths bankId sso',
  support: 'yes no na unknown',
  interfaceDirection: 'in out both',
  exitPlan: 'none draft tested',
  dataReturn: 'deleted returned',
  documentPart: 'certificate riskAnalysis operations declaration mds2 other',
} as const

/** Every vocabulary of the inventory with its codes, in the order in which they are offered. */
export const assetVocabularies: { readonly [name: string]: readonly string[] } = {
  ...Object.fromEntries(Object.entries(own).map(([name, codes]) => [name, codes.split(' ')])),
  regime: shared.regime.codes.map(({ code }) => code),
}
