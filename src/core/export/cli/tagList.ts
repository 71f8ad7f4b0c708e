import { type Expression, expression } from '../commands/word.ts'
import type { Part } from '../plan/part.ts'
import type { StackPlan } from '../plan/planExport.ts'
import { keyWord, nameWord } from './step.ts'

/** Tags of services outside EC2, which take fewer characters and differ in the words `Key` and `Value`. */
export const tagList = (part: Part, stack: StackPlan, keyName: string, valueName: string): Expression =>
  expression(`"$(tag_list ${keyName} ${valueName} ${keyWord(part)} ${nameWord(part, stack, 'strict')})"`)

/** The same as a JSON object, which some services want. */
export const tagMap = (part: Part, stack: StackPlan): Expression =>
  expression(`"$(tag_map ${keyWord(part)} ${nameWord(part, stack, 'strict')})"`)
