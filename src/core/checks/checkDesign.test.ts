import { expect, test } from 'vitest'
import { loadCatalogue } from '../aws/index.ts'
import { buildDesign } from '../model/testing/designBuilder.ts'
import { compileTopology } from '../topology/index.ts'
import { checkDesign } from './checkDesign.ts'
import { loadActionsFor } from './loadActionsFor.ts'
import { gatewayWith, roleWith } from './parts/examplePolicies.ts'

const catalogue = await loadCatalogue()
const prefixesOf = async (design: Parameters<typeof compileTopology>[0]) =>
  [...((await loadActionsFor(compileTopology(design, catalogue)))?.services.keys() ?? [])].sort()

test('what IAM knows is fetched of the services that policies name, and of none where there are no policies', async () => {
  expect(
    await loadActionsFor(
      compileTopology(
        buildDesign((b) => void b.vpc()),
        catalogue,
      ),
    ),
  ).toBeUndefined()
  expect(await prefixesOf(roleWith({ Action: ['SQS:SendMessage', '*', 'nobody:Knows'] }))).toEqual(['sqs'])
  const Condition = { StringEquals: { 'kms:ViaService': 'x', 'aws:username': 'y' } }
  expect(await prefixesOf(gatewayWith([{ Action: '*', Condition }], 'dynamodb'))).toEqual(['dynamodb', 'kms'])
})

test('checks that read it find what they look for', async () => {
  const design = roleWith({ Action: 's3:GetObjekt' })
  const findings = await checkDesign({ design, topology: compileTopology(design, catalogue), catalogue })
  expect(findings.map(({ check }) => check)).toEqual(['action-not-known'])
})
