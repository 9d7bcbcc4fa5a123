/** Everything that changes records: loaded together by the first who changes one, since most functions only read at first. */
export { comment } from './comments.ts'
export { create } from './create.ts'
export { saveMany } from './save-many.ts'
export { transition } from './transition.ts'
export { update } from './update.ts'
