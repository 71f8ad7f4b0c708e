import type { Part } from '../plan/part.ts'
import { tagText } from '../tagText.ts'
import { quoteShell } from './quoteShell.ts'
import { tagNameOf } from './step.ts'
import { expression, type Piece } from './word.ts'

/** Tags of services outside EC2, which take fewer characters and differ in the words `Key` and `Value`. */
export const tagList = (part: Part, keyWord: string, valueWord: string): Piece =>
  expression(`"$(tag_list ${keyWord} ${valueWord} ${part.key} ${quoteShell(tagText(tagNameOf(part)))})"`)
