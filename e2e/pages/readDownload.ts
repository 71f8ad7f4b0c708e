import { readFile } from 'node:fs/promises'
import type { Download } from '@playwright/test'

/** The bytes of a finished download. */
export const readDownload = async (download: Download): Promise<Buffer> => readFile(await download.path())
