import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import { physicalWord } from '../text/physicalWord.ts'

/** A name for what AWS wants named, from the design and the part: at most 56 characters, letters, digits and dashes. */
export const physicalName = (part: Part): Expression => expression(`"$design"-${physicalWord(part.key)}`)
