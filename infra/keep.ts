import { RemovalPolicy } from 'aws-cdk-lib'
import type { Stage } from './stages.ts'

/** What becomes of something with data in it when the stack no longer names it. */
export function removalOf({ keepsData }: Stage): RemovalPolicy {
  return keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
}
