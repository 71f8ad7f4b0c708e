import { Dialog } from '../kit/Dialog.tsx'
import type { MissingProps } from '../kit/lazyPart.tsx'
import { NotFetched } from '../kit/NotFetched.tsx'
import { useStores } from '../kit/useStore.ts'

interface MissingDialogProps extends MissingProps {
  /** Absent for those that the view store opens. */
  readonly onClose?: () => void
}

/** In place of a dialog that could not be fetched or drawn. */
export function MissingDialog({ onClose, ...rest }: MissingDialogProps) {
  const { view } = useStores()
  return (
    <Dialog title="Not there" onClose={onClose ?? (() => view.getState().openDialog(null))} className="w-[26rem]">
      <NotFetched {...rest} />
    </Dialog>
  )
}
