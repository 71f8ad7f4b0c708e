import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { shareData } from './ship/shareData.ts'

/** What is packed is small: data once, and the schema, which only editors read, without white space. */
const DIST = join(import.meta.dirname, '../dist')
await shareData(DIST)
const schema = join(DIST, 'web/design.schema.json')
writeFileSync(schema, JSON.stringify(JSON.parse(readFileSync(schema, 'utf8'))))
