import { decisions } from '../functions/decisions.ts'
import { lookUps } from '../functions/lookUps.ts'
import { references } from '../functions/references.ts'
import { textFunctions } from '../functions/textFunctions.ts'
import type { Intrinsic } from './frame.ts'

/** Every function of CloudFormation. Source: AWS CloudFormation Template Reference, intrinsic functions. */
export const intrinsics: Readonly<Record<string, Intrinsic>> = {
  ...decisions,
  ...lookUps,
  ...references,
  ...textFunctions,
}
