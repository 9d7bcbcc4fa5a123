/** A person of the demo organisation; `unit` is an external key. All are invented. */
export interface DemoPerson {
  userId: string
  displayName: string
  title: string
  unit: string
  /** One of the thirteen that the sign-in page offers, one for each role (domain model 10.24). */
  login?: boolean
}

const logins: readonly DemoPerson[] = [
  at('hjartmottagningen', 'anmalare', 'Maja Lindkvist', 'Sjuksköterska'),
  at('sjukhusforvaltningen', 'chef', 'Per Åkesson', 'Verksamhetschef'),
  at('sjukhusforvaltningen', 'samordnare', 'Samira Haddad', 'Dataskyddssamordnare'),
  at('koncernkontoret', 'dso', 'Ingrid Sandell', 'Dataskyddsombud'),
  at('digitalisering', 'it', 'Jonas Berg', 'Förvaltare av IT-utrustning'),
  at('mt-enheten', 'mt', 'Karin Öberg', 'Medicinteknisk ingenjör'),
  at('digitalisering', 'systemagare', 'Olof Nyström', 'Systemägare'),
  at('koncernkontoret', 'avtal', 'Helena Vikman', 'Avtalsansvarig'),
  at('koncernkontoret', 'infosak', 'David Strand', 'Informationssäkerhetssamordnare'),
  at('koncernkontoret', 'registerutdrag', 'Lena Fors', 'Handläggare registerutdrag'),
  at('koncernkontoret', 'registrator', 'Birgitta Hall', 'Registrator'),
  at('revisorerna', 'revisor', 'Nils Aronsson', 'Revisor'),
  at('digitalisering', 'admin', 'Elin Moberg', 'Driftansvarig'),
].map((person) => ({ ...person, login: true }))

const others: readonly DemoPerson[] = [
  at('koncernkontoret', 'ylva.hedman', 'Ylva Hedman', 'Informationssäkerhetschef'),
  at('koncernkontoret', 'tobias.lund', 'Tobias Lund', 'Kanslichef'),
  at('koncernkontoret', 'agnes.wallin', 'Agnes Wallin', 'Dataskyddssamordnare'),
  at('digitalisering', 'mikael.sten', 'Mikael Sten', 'IT-chef'),
  at('digitalisering', 'rana.yousef', 'Rana Yousef', 'Dataskyddssamordnare'),
  at('digitalisering', 'viktor.ahl', 'Viktor Ahl', 'Systemförvaltare'),
  at('regionservice', 'camilla.rosen', 'Camilla Rosén', 'Förvaltningschef'),
  at('regionservice', 'henrik.dal', 'Henrik Dal', 'Dataskyddssamordnare'),
  at('akutmottagningen', 'fredrik.noren', 'Fredrik Norén', 'Verksamhetschef'),
  at('akutmottagningen', 'anmalare2', 'Hanna Björk', 'Undersköterska'),
  at('hjartmottagningen', 'eva.lindgren', 'Eva Lindgren', 'Verksamhetschef'),
  at('bild-och-funktion', 'stefan.holm', 'Stefan Holm', 'Verksamhetschef'),
  at('sjukhusforvaltningen', 'petra.vik', 'Petra Vik', 'Informationssäkerhetssamordnare'),
  at('primarvardsforvaltningen', 'gunilla.ek', 'Gunilla Ek', 'Dataskyddssamordnare'),
  at('vardcentralen-eken', 'amir.rahimi', 'Amir Rahimi', 'Verksamhetschef'),
  at('vardcentralen-eken', 'josefin.alm', 'Josefin Alm', 'Distriktssköterska'),
  at('medicinsk-service', 'lars.tornqvist', 'Lars Törnqvist', 'Dataskyddssamordnare'),
  at('mt-enheten', 'sofie.brandt', 'Sofie Brandt', 'Enhetschef'),
  at('laboratoriet', 'magnus.frid', 'Magnus Frid', 'Laboratoriechef'),
  at('psykiatri-och-habilitering', 'teresa.nord', 'Teresa Nord', 'Verksamhetschef'),
  at('psykiatri-och-habilitering', 'emil.sjoholm', 'Emil Sjöholm', 'Dataskyddssamordnare'),
  at('trafikforvaltningen', 'cecilia.moen', 'Cecilia Moen', 'Trafikchef'),
  at('patientnamndens-kansli', 'rolf.edlund', 'Rolf Edlund', 'Kanslichef'),
  at('patientnamndens-kansli', 'malin.stromberg', 'Malin Strömberg', 'Dataskyddssamordnare'),
  at('koncernkontoret', 'ulrika.sand', 'Ulrika Sand', 'Handläggare KVB'),
  at('kommunledningskontoret', 'dso.exempelby', 'Katarina Blom', 'Dataskyddsombud'),
  at('kommunledningskontoret', 'bengt.arvid', 'Bengt Arvidson', 'Kommunchef'),
  at('kommunledningskontoret', 'sara.lofgren', 'Sara Löfgren', 'Dataskyddssamordnare'),
  at('kommunledningskontoret', 'jan.westman', 'Jan Westman', 'Registrator'),
  at('sektor-omsorg', 'socialchef', 'Annika Forsell', 'Socialchef'),
  at('sektor-omsorg', 'it.omsorg', 'Robin Ekdahl', 'IT-samordnare'),
  at('sektor-omsorg', 'ida.kvist', 'Ida Kvist', 'Dataskyddssamordnare'),
  at('sektor-omsorg', 'nadja.persson', 'Nadja Persson', 'Informationssäkerhetssamordnare'),
  at('kommunal-halso-och-sjukvard', 'mas', 'Monica Ahlström', 'Medicinskt ansvarig sjuksköterska'),
  at('aldreomsorg', 'lisbeth.runn', 'Lisbeth Runn', 'Verksamhetschef'),
  at('hemtjanst-norr', 'johan.backman', 'Johan Backman', 'Enhetschef'),
  at('sarskilt-boende-linden', 'maria.gran', 'Maria Gran', 'Enhetschef'),
  at('handikappomsorg-lss', 'peter.hagg', 'Peter Hägg', 'Verksamhetschef'),
  at('individ-och-familjeomsorg', 'leila.karlsson', 'Leila Karlsson', 'Verksamhetschef'),
  at('hemtjanst-norr', 'tove.berglund', 'Tove Berglund', 'Undersköterska'),
  at('it-forbundet', 'oskar.lindell', 'Oskar Lindell', 'Driftchef'),
]

/** Everybody in the demo organisation: the thirteen who may be picked at sign-in first. */
export const demoPeople: readonly DemoPerson[] = [...logins, ...others]

function at(unit: string, userId: string, displayName: string, title: string): DemoPerson {
  return { unit, userId, displayName, title }
}
