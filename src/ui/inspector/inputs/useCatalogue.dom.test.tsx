import { cleanup, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { emptyDesign } from '../../../core/model/index.ts'
import { renderWithStores } from '../../kit/testing/renderWithStores.tsx'
import { useCatalogue } from './useCatalogue.ts'

afterEach(cleanup)
const Regions = () => <p>{useCatalogue()?.regions.some(({ code }) => code === 'eu-west-1') ? 'there' : 'none'}</p>

test('the catalogue is fetched when a field wants it, and is at hand from then on', async () => {
  renderWithStores(<Regions />, emptyDesign())
  expect(await screen.findByText('there')).toBeTruthy()
  cleanup()
  renderWithStores(<Regions />, emptyDesign())
  expect(screen.getByText('there')).toBeTruthy()
})
