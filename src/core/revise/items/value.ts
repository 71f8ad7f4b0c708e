import type { Evaluated } from '../../import/cloudformation/stack.ts'
import { contentOf } from '../../import/cloudformation/template/contentOf.ts'
import type { Plain } from '../text/writeValue.ts'

export type Members = { readonly [name: string]: Plain }

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isItems = (value: unknown): value is readonly Plain[] => Array.isArray(value)

/** What tells values apart: CloudFormation compares texts, and the order of members says nothing. */
export const keyOfValue = (value: unknown): string => contentOf(value) ?? ''

export const isSame = (a: unknown, b: unknown): boolean => keyOfValue(a) === keyOfValue(b)

/** What stands at a path; undefined where nothing does. */
export function valueAt<T>(value: T, path: readonly (string | number)[]): T | undefined {
  let at: unknown = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null) return undefined
    at = (at as Readonly<Record<string | number, unknown>>)[step]
  }
  return at as T | undefined
}

/** The function that an object stands for, and what it is given. */
export function callOf(value: unknown): { readonly name: string; readonly argument: unknown } | null {
  if (!isMembers(value)) return null
  const [only, ...more] = Object.entries(value)
  if (!only || more.length > 0) return null
  return only[0] === 'Ref' || only[0].startsWith('Fn::') ? { name: only[0], argument: only[1] } : null
}

/** A value without parts that nobody can tell; undefined where it is one. */
export const isUnknownValue = (value: Evaluated | undefined): boolean =>
  isMembers(value) &&
  typeof value.unknown === 'string' &&
  Object.keys(value).every((name) => name === 'unknown' || name === 'what')
