import { hexOf } from '../../base/hash.ts'
import type { Option } from '../commands/command.ts'
import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'

/** `--client-token`: the same in every run with this state file, so that a call repeated after a lost answer makes nothing twice; another one for what is made again. */
export const clientToken = (part: Part): Option => ['--client-token', clientTokenWord(part)]

/** The same where an option of another name takes it. */
export const clientTokenWord = (part: Part): Expression => expression(`"$token-${hexOf(part.key, 12)}$again"`)
