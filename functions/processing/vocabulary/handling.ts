import { closed, joined, open } from './entry.ts'

/** Vocabularies of what is done with the data, where it lies, who gets it and how it is protected. */
export const handlingVocabularies = {
  operation: open('collect record organise store alter retrieve use disclose combine restrict erase'),
  media: open('digital paper imageSound removable'),
  storage: joined(
    open('system', { backup: true }),
    open('personalFileServer sharedFileServer', { backup: true }),
    open('localDisk', { backup: false }),
    open('cloud supplier paperArchive device'),
  ),
  channel: joined(
    open('directAccess systemMessage secureEmail secureFile paper oral'),
    open('email sms calendar socialMedia fax', { insecure: true }),
  ),
  recipientKind: open(
    'internal careProvider socialCareProvider authority nationalRegister dataSubject research processor other',
  ),
  processorTask: open('hosting support development storage communication archiving destruction analysis'),
  retentionAction: closed('preserve destroy transfer'),
  retentionTrigger: open('lastEntry caseClosed employmentEnd collection calendarYear purposeEnded'),
  measure: open(
    'accessControl strongAuth encryptTransit encryptRest logging logReview backup pseudonymisation segmentation ' +
      'physical training secrecyUndertaking incidentRoutine supplierControl patching malware',
  ),
  extract: open('builtIn report manual processor none'),
}
