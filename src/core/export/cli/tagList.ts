import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { tagText } from '../text/tagText.ts'
import { tagNameOf } from './step.ts'

/** Tags of services outside EC2, which take fewer characters and differ in the words `Key` and `Value`. */
export const tagList = (part: Part, keyWord: string, valueWord: string): Expression =>
  expression(`"$(tag_list ${keyWord} ${valueWord} ${part.key} ${quoteShell(tagText(tagNameOf(part)))})"`)

/** The same as a JSON object, which some services want. */
export const tagMap = (part: Part): Expression =>
  expression(`"$(tag_map ${part.key} ${quoteShell(tagText(tagNameOf(part)))})"`)
