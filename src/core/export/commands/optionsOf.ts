import { isList } from '../aws/value.ts'
import { type Argument, type Arguments, isPiece, isShort, isTold, isWord, said, type Word } from '../steps/argument.ts'
import { kebabOf } from '../steps/line.ts'
import { jsonWord, shortWord } from './word.ts'

/** An option with its values; one without values is a switch. */
export type Option = readonly [flag: `--${string}`, ...Word[]]

/** Parameters as options of the AWS CLI. A list without members is not said: AWS reads it differently from none in places. */
export const optionsOf = (parameters: Arguments): Option[] =>
  said(parameters).flatMap(([name, value]): Option[] => {
    const word = kebabOf(name)
    if (typeof value === 'boolean') return [[value ? `--${word}` : `--no-${word}`]]
    if (isList(value) && value.length === 0) return []
    return [[`--${word}`, ...wordsOf(value)]]
  })

function wordsOf(value: Argument): Word[] {
  if (isList(value) && value.every((item) => isPiece(item) || isWord(item) || isShort(item)))
    return value.flatMap(wordsOf)
  if (isWord(value)) return [value.word]
  if (isPiece(value)) return [value]
  if (isShort(value)) return [shortWord(value.short)]
  return [typeof value === 'object' ? jsonWord(value) : `${value}`]
}

/** Whether a parameter holds the packed code of a function. */
export const holdsCode = (parameters: Arguments): boolean =>
  Object.values(parameters).some((value) => value !== undefined && isTold(value) && value.told === 'code')
