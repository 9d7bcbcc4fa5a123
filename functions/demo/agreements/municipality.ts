import { activated, inForce, wholeArt28, type DemoAgreement } from '../demo-agreement.ts'

const municipality = 'socialchef'

/** Agreements of the municipality. Trygghetskamera i hemmet has none: a gap of the demo. */
export const municipalAgreements: readonly DemoAgreement[] = [
  {
    key: 'forbund-tjanst',
    by: municipality,
    madeDaysAgo: 474,
    data: (ids, { ago, ahead }) => ({
      name: 'Driftavtal med IT-förbundet',
      type: 'service',
      supplierId: ids.supplier('it-forbundet'),
      controllerOrgUnitIds: [ids.unit('socialnamnden'), ids.unit('kommunstyrelsen')],
      ownerId: ids.person('socialchef'),
      diaryNumber: 'KS 2022/4',
      signedAt: ago(1400),
      validFrom: ago(1390),
      validTo: ahead(70),
      renewal: 'tacit',
      renewalMonths: 24,
      noticeMonths: 6,
    }),
    steps: inForce(municipality, 466),
  },
  {
    key: 'forbund-pub',
    by: municipality,
    madeDaysAgo: 472,
    data: (ids, { ago }) => ({
      name: 'PUB-avtal med IT-förbundet',
      type: 'pub',
      supplierId: ids.supplier('it-forbundet'),
      controllerOrgUnitIds: [ids.unit('socialnamnden')],
      parentAgreementId: ids.agreement('forbund-tjanst'),
      ownerId: ids.person('socialchef'),
      template: 'skr2023',
      diaryNumber: 'SN 2022/31',
      signedAt: ago(1380),
      validFrom: ago(1375),
      art28: wholeArt28,
      subProcessorMode: 'none',
      secrecyBasis: 'authority',
      breachNoticeHours: 24,
    }),
    steps: activated(municipality, 'ida.kvist', 460),
  },
]
