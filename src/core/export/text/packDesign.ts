import { deflateSync, strToU8 } from 'fflate'
import { toBase64 } from '../../base/base64.ts'

/** A design file as one word: without white space, deflated, in base64. The same design gives the same word. */
export const packDesign = (file: string): string =>
  toBase64(deflateSync(strToU8(JSON.stringify(JSON.parse(file))), { level: 9 }))
