/** Something that whoever starts the server can put right; told without a stack. */
export class StartFault extends Error {
  override name = 'StartFault'
}
