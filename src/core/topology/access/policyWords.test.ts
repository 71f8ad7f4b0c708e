import { expect, test } from 'vitest'
import { loadCatalogue } from '../../aws/loadCatalogue.ts'
import { buildDesign } from '../../model/testing/designBuilder.ts'
import { compileTopology } from '../compileTopology.ts'
import { policyWords } from './policyWords.ts'

const catalogue = await loadCatalogue()

test('what AWS has given no id yet goes by the id of its construct, as exports and answers take it', () => {
  const design = buildDesign((b) => {
    b.vpc({ id: 'made', awsId: 'vpc-0a1b2c3d4e5f60718', cidrs: ['10.0.0.0/16'] })
    b.vpc({ id: 'planned', cidrs: ['10.1.0.0/16'] })
    b.s3Bucket('reports', { id: 'bucket' })
  })
  const { vpcs } = policyWords(compileTopology(design, catalogue), 'bucket')
  expect(vpcs.map(({ value }) => value)).toEqual(['vpc-0a1b2c3d4e5f60718', 'planned'])
})
