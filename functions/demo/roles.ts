import type { Role } from '../directory/roles.ts'

/** A role assignment of the demo organisation: role, user id, external key of the scope unit. */
export interface DemoRole {
  role: Role
  userId: string
  scope: string
}

const byUser: { readonly [userIdAndScope: string]: readonly Role[] } = {
  'chef @ sjukhusforvaltningen': ['unitManager'],
  'samordnare @ sjukhusforvaltningen': ['dpCoordinator'],
  'dso @ region-demo': ['dpo'],
  'it @ region-demo': ['itAssetManager'],
  'mt @ region-demo': ['medTechManager'],
  'systemagare @ region-demo': ['systemOwner'],
  'avtal @ region-demo': ['contractOwner'],
  'infosak @ region-demo': ['isCoordinator'],
  'registerutdrag @ region-demo': ['extractOfficer'],
  'registrator @ region-demo': ['registrar'],
  'revisor @ region-demo': ['auditor'],
  'admin @ region-demo': ['platformAdmin'],

  'ylva.hedman @ region-demo': ['ciso'],
  'ulrika.sand @ region-demo': ['kvb'],
  'tobias.lund @ koncernkontoret': ['unitManager'],
  'agnes.wallin @ koncernkontoret': ['dpCoordinator', 'isCoordinator'],
  'mikael.sten @ digitalisering': ['unitManager'],
  'rana.yousef @ digitalisering': ['dpCoordinator', 'isCoordinator'],
  'viktor.ahl @ digitalisering': ['systemAdmin'],
  'camilla.rosen @ regionservice': ['unitManager'],
  'henrik.dal @ regionservice': ['dpCoordinator', 'isCoordinator'],
  'fredrik.noren @ akutmottagningen': ['unitManager'],
  'eva.lindgren @ hjartmottagningen': ['unitManager'],
  'stefan.holm @ bild-och-funktion': ['unitManager'],
  'petra.vik @ sjukhusforvaltningen': ['isCoordinator'],
  'gunilla.ek @ primarvardsforvaltningen': ['dpCoordinator', 'isCoordinator'],
  'amir.rahimi @ vardcentralen-eken': ['unitManager'],
  'lars.tornqvist @ medicinsk-service': ['dpCoordinator', 'isCoordinator'],
  'sofie.brandt @ mt-enheten': ['unitManager'],
  'magnus.frid @ laboratoriet': ['unitManager'],
  'teresa.nord @ psykiatri-och-habilitering': ['unitManager'],
  'emil.sjoholm @ psykiatri-och-habilitering': ['dpCoordinator', 'isCoordinator'],
  'cecilia.moen @ trafikforvaltningen': ['unitManager'],
  'rolf.edlund @ patientnamndens-kansli': ['unitManager'],
  'malin.stromberg @ patientnamndens-kansli': ['dpCoordinator', 'isCoordinator'],

  'dso.exempelby @ exempelby-kommun': ['dpo'],
  'bengt.arvid @ kommunledningskontoret': ['unitManager'],
  'sara.lofgren @ kommunledningskontoret': ['dpCoordinator', 'isCoordinator', 'extractOfficer'],
  'jan.westman @ exempelby-kommun': ['registrar'],
  'socialchef @ sektor-omsorg': ['systemOwner', 'unitManager'],
  'it.omsorg @ sektor-omsorg': ['itCoordinator'],
  'ida.kvist @ sektor-omsorg': ['dpCoordinator'],
  'nadja.persson @ sektor-omsorg': ['isCoordinator'],
  'mas @ kommunal-halso-och-sjukvard': ['unitManager'],
  'lisbeth.runn @ aldreomsorg': ['unitManager'],
  'johan.backman @ hemtjanst-norr': ['unitManager'],
  'maria.gran @ sarskilt-boende-linden': ['unitManager'],
  'peter.hagg @ handikappomsorg-lss': ['unitManager'],
  'leila.karlsson @ individ-och-familjeomsorg': ['unitManager'],
}

/** Who holds which role where. Trafikförvaltningen has no coordinator for data protection: a finding of the demo. */
export const demoRoles: readonly DemoRole[] = Object.entries(byUser).flatMap(([key, roles]) => {
  const [userId = '', scope = ''] = key.split(' @ ')
  return roles.map((role) => ({ role, userId, scope }))
})
