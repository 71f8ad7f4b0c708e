import type { Stores } from '../state/index.ts'
import { StoresContext } from '../ui/kit/useStore.ts'
import { Shell } from '../ui/shell/Shell.tsx'

/** The page over its stores. */
export function App({ stores }: { readonly stores: Stores }) {
  return (
    <StoresContext value={stores}>
      <Shell />
    </StoresContext>
  )
}
