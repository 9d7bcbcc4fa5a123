import { createWorkHandler } from './handler.ts'
import { openWork } from './open-work.ts'

export const handler = createWorkHandler(openWork(process.env))
