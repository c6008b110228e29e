import { usePanel } from '../panel-context.ts'
import type { Sending } from './sending.ts'

/** A job that the proxy has not answered for yet. */
export const SendingRow = ({ sending: { request, waiting } }: { readonly sending: Sending }) => {
  const { panel, drafting } = usePanel()
  return (
    <li class="job">
      <div class="row">
        <div class="brief" dir="auto">
          {request.brief}
        </div>
        <button
          class="button"
          onClick={() => panel.attempt(() => drafting.sending.callOff(request.id))}
        >
          Cancel
        </button>
      </div>
      <div class="quiet" role="status">
        {waiting ? 'Waiting for the proxy; it is sent as soon as the proxy answers' : 'Sending'}
      </div>
    </li>
  )
}
