import { join } from 'node:path'
import { shareData } from './ship/shareData.ts'

await shareData(join(import.meta.dirname, '../dist'))
