import { isList } from '../aws/value.ts'
import type { Option } from './command.ts'
import { type Argument, type Arguments, isPiece, isWord, jsonWord, type Word } from './word.ts'

/** The settings as options of the AWS CLI; of those named, in that order, where names are given. */
export const optionsOf = <S extends Arguments>(settings: S, names?: readonly (keyof S & string)[]): Option[] =>
  (names ?? Object.keys(settings)).flatMap((name) => {
    const value = settings[name]
    return value === undefined ? [] : optionOf(name, value)
  })

/** A list without members is not said: AWS reads it differently from none in places. */
function optionOf(name: string, value: Argument): Option[] {
  const word = kebabOf(name)
  if (typeof value === 'boolean') return [[value ? `--${word}` : `--no-${word}`]]
  if (isList(value) && value.length === 0) return []
  return [[`--${word}`, ...wordsOf(value)]]
}

function wordsOf(value: Argument): Word[] {
  if (isList(value) && value.every((item) => isPiece(item) || isWord(item))) return value.flatMap(wordsOf)
  if (isWord(value)) return [value.word]
  if (isPiece(value)) return [value]
  return [typeof value === 'object' ? jsonWord(value) : `${value}`]
}

/** `MapPublicIpOnLaunch` as `map-public-ip-on-launch`. Source: botocore, `xform_name`. */
export const kebabOf = (name: string): string =>
  name
    .replace(/(.)([A-Z][a-z]+)/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
