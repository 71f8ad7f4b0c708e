import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { emptyDesign } from '../../core/model/index.ts'
import { renderWithStores } from '../kit/testing/renderWithStores.tsx'
import { ImportDialog } from './ImportDialog.tsx'

afterEach(cleanup)

const TEMPLATE = `
Parameters:
  Block: {Type: String, Description: The block of the VPC}
  Stage: {Type: String, AllowedValues: [dev, '']}
  Count: {Type: Number}
  Word: {Type: String, NoEcho: true}
  Size: {Type: String, Default: small, AllowedValues: [small, large]}
Resources:
  Vpc: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}
  Alarm: {Type: AWS::CloudWatch::Alarm}
`
const fileOf = (text: string) => [{ path: 'net.yaml', file: new Blob([text]) }]

async function open(text = TEMPLATE) {
  const { stores } = renderWithStores(<ImportDialog />, emptyDesign())
  const { opened } = stores.design.getState()
  await act(async () => void (await stores.actions.openFiles(fileOf(text))))
  const vpc = () => stores.design.getState().design.constructs.Vpc as { readonly cidrs?: readonly string[] } | undefined
  return { stores, opened, vpc, again: screen.queryByRole('button', { name: 'Import again with these values' }) }
}

test('parameters without a value are asked for by their type; the others are folded', async () => {
  await open()
  expect(screen.getByRole('button', { name: /^Parameters/, expanded: true }).textContent).toBe(
    'Parameters without a value (4 of 4)',
  )
  expect(screen.getByRole('button', { name: 'Parameters that have a value (1)' }).ariaExpanded).toBe('false')
  const block = screen.getByLabelText('Block')
  expect(block.getAttribute('placeholder')).toBe('not known')
  expect(document.getElementById(block.getAttribute('aria-describedby')!)!.textContent).toContain(
    'The block of the VPC',
  )
  expect(screen.getByLabelText('Word').getAttribute('type')).toBe('password')
  expect(screen.getByLabelText('Count').getAttribute('inputmode')).toBe('decimal')
  expect([...screen.getByLabelText<HTMLSelectElement>('Stage').options].map(({ text }) => text)).toEqual([
    'not known',
    'dev',
    'An empty text',
  ])
})

test('it is imported again with the values, which stand in the form', async () => {
  const { stores, vpc, again } = await open()
  const before = stores.design.getState().opened
  fireEvent.change(screen.getByLabelText('Block'), { target: { value: '10.7.0.0/16' } })
  fireEvent.click(again!)
  await waitFor(() => expect(vpc()?.cidrs).toEqual(['10.7.0.0/16']))
  expect(stores.design.getState().opened).toBe(before + 1)
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Block').value).toBe('10.7.0.0/16'))
  expect(screen.getByRole('button', { name: 'Parameters without a value (3 of 4)' })).toBeDefined()
})

test('a number that is none is told beside its field, and nothing is imported', async () => {
  const { stores, again } = await open()
  const before = stores.design.getState().opened
  fireEvent.change(screen.getByLabelText('Count'), { target: { value: 'three' } })
  fireEvent.click(again!)
  expect(screen.getByRole('alert').textContent).toBe('A number is wanted here.')
  expect(screen.getByLabelText('Count').getAttribute('aria-invalid')).toBe('true')
  expect(stores.design.getState().opened).toBe(before)
})

test('a template that comes to nothing without values asks for them before anything opens', async () => {
  const text = `
Parameters: {Stage: {Type: String}}
Rules: {}
Resources:
  All:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: !Ref Stage}
`
  const { stores, opened } = await open(text)
  expect(stores.design.getState().opened).toBe(opened)
  expect(stores.view.getState().dialog).toBe('import')
  expect(screen.getByRole('alert').textContent).toContain('“net.yaml” is a CloudFormation template without a network')
  expect(screen.getByLabelText('Stage')).toBeDefined()
})

test('the report counts what became of the resources, with file and line', async () => {
  await open()
  const heading = screen.getByRole('button', { name: 'Resources that are constructs (1)' })
  expect(heading.ariaExpanded).toBe('false')
  expect(heading.closest('section')!.textContent).toContain('AWS::EC2::VPC (1)Vpcnet.yaml, line 9')
  const aside = screen.getByRole('button', { name: 'Resources kept aside: no packet meets them (1)' })
  expect(aside.closest('section')!.textContent).toContain('Alarmnet.yaml, line 10')
  const open_ = screen.getByRole('button', { name: 'Values that could not be worked out (1)' })
  expect(open_.closest('section')!.textContent).toContain('the parameter Block has no value')
  expect(screen.queryByRole('button', { name: /^Not known/ })).toBeNull()
})

test('a pasted text that is nothing known says so, stays, and changes nothing', async () => {
  const { stores } = renderWithStores(<ImportDialog />, emptyDesign())
  const before = stores.design.getState().design
  const field = screen.getByLabelText<HTMLTextAreaElement>(/^A CloudFormation template/)
  const button = screen.getByRole('button', { name: 'Import this text' })
  fireEvent.click(button)
  expect(screen.getByRole('alert').textContent).toBe('There is no text in the field.')
  fireEvent.change(field, { target: { value: 'Dear all, see below' } })
  fireEvent.click(button)
  await waitFor(() => expect(stores.view.getState().message?.text).toContain('is nothing that can be imported'))
  expect(field.value).toBe('Dear all, see below')
  expect(stores.design.getState().design).toBe(before)
  fireEvent.change(field, { target: { value: TEMPLATE } })
  fireEvent.click(button)
  await waitFor(() => expect(stores.design.getState().design.title).toBe('Pasted text'))
})
