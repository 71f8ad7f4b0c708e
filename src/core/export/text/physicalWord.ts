import { hexOf } from '../../base/hash.ts'

/** A word for the part of that key in names that AWS keeps: at most 22 letters, digits and dashes. */
export const physicalWord = (key: string): string =>
  /^[A-Za-z0-9-]{1,22}$/.test(key) ? key : `${key.replace(/[^A-Za-z0-9]+/g, '-').slice(0, 13)}-${hexOf(key, 8)}`
