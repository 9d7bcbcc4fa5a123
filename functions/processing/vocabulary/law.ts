import { closed, open } from './entry.ts'

/** Vocabularies whose codes come out of a statute or the regulation itself. */
export const lawVocabularies = {
  regime: open('pdl svod qualityRegister solpul lss research employment transport archive general'),
  purposeCode: open(
    'PDL24_1 PDL24_2 PDL24_3 PDL24_4 PDL24_5 PDL24_6 PDL24_7 PDL7_4 PDL7_5 ' +
      'SOL12_1 SOL12_2 SOL12_3 SOL12_4 SOL12_5 SOL12_6 SOL12_7 SOL12_8 SOL12_9 SOL12_10 SOL12_11 OTHER',
  ),
  legalBasis: closed('a b c d e f'),
  basisVariant: closed('publicInterest officialAuthority'),
  art9: closed('a b c d e f g h i j'),
  osl: open('21:1 21:3 21:3a 21:7 25:1 26:1 18:8 19:3 31:16 39:2 none'),
  mechanism: closed(
    'adequacy45 dpf45 publicInstrument46_2a bcr47 scc46_2c codeOrCert46_2ef adHoc46_3 derogation49_1 compelling49_1_2 none',
  ),
  art22Ground: closed('contract law consent'),
  nationalIdGround: closed('purpose secureIdentification otherWeighty consent'),
  informationStatus: closed('yes no exempt'),
  dpia: closed('evaluation automated monitoring sensitive largeScale combining vulnerable newTech blocking'),
  dpia35_3: closed('a b c'),
}
