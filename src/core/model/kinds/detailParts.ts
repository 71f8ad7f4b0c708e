import { spellOut } from '../../base/words.ts'
/** What the second lines of kinds are put together from. */

/** A state that is not the usual one: `pendingAcceptance` -> `pending acceptance`. */
export const unusual = (state: string): string | null =>
  state === 'available' || state === 'active' ? null : spellOut(state)

export const count = (number: number, one: string, many = `${one}s`): string => `${number} ${number === 1 ? one : many}`

export const joined = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' · ')

/** `com.amazonaws.us-east-1.kinesis-streams` -> `kinesis-streams` */
export const shortServiceName = (service: string): string =>
  service.replace(
    /^(?:(?:cn\.)?com\.amazonaws|eu\.amazonaws|aws\.[a-z0-9]+)\.(?:[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}\.)?/,
    '',
  )
