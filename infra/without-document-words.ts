import type { Plugin } from 'esbuild'

/** Where routes get the words that only the OpenAPI document has: each exports functions that make them. */
const makers = /functions\/(http\/(operation|session-words)|(assets|suppliers)\/operation)\.ts$/
const noWords = `const none = () => ({})
export { none as operationWords, none as sessionWords, none as assetOperation, none as supplierOperation }`

/** Leaves the words of the OpenAPI document out of functions: on AWS it is a file, which the build writes. */
export const withoutDocumentWords: Plugin = {
  name: 'without-document-words',
  setup: ({ onLoad }) => {
    onLoad({ filter: makers }, () => ({ contents: noWords }))
  },
}
