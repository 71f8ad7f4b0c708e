import { hexOf } from '../../base/index.ts'
import type { Part } from '../plan/part.ts'
import type { Option } from './command.ts'
import { expression } from './word.ts'

/** `--client-token`: the same in every run with this state file, so that a call repeated after a lost answer makes nothing twice. */
export const clientToken = (part: Part): Option => ['--client-token', expression(`"$token-${hexOf(part.key, 12)}"`)]
