import type { ImportResult } from '../../assemble.ts'
import { parseFile } from '../../parseFile.ts'
import type { SourceFile } from '../../unpack.ts'
import { importDescribe } from '../importDescribe.ts'

/** What the AWS CLI printed, as texts, made a design of. */
export const importTexts = (files: readonly SourceFile[]): ImportResult =>
  importDescribe(files.map(parseFile), 'Imported network')
