import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import { quoteShell } from '../text/quoteShell.ts'
import { tagText } from '../text/tagText.ts'
import { keyWord, tagNameOf } from './step.ts'

/** Tags of services outside EC2, which take fewer characters and differ in the words `Key` and `Value`. */
export const tagList = (part: Part, keyName: string, valueName: string): Expression =>
  expression(`"$(tag_list ${keyName} ${valueName} ${keyWord(part)} ${quoteShell(tagText(tagNameOf(part)))})"`)

/** The same as a JSON object, which some services want. */
export const tagMap = (part: Part): Expression =>
  expression(`"$(tag_map ${keyWord(part)} ${quoteShell(tagText(tagNameOf(part)))})"`)
