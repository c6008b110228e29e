import type { styles as endpoints } from '../../shared/contract/index.ts'
import type { Deps } from '../deps.ts'
import type { Handlers } from '../mount.ts'
import { TYPED } from '../styles/versions.ts'

export const styleRoutes = ({
  styles,
}: Pick<Deps, 'styles'>): Handlers<keyof typeof endpoints> => ({
  listStyles: () => ({ styles: styles.list() }),
  createStyle: ({ body }) => ({ style: styles.create(body) }),
  updateStyle: ({ params, body }) => ({ style: styles.update(params.id, body) }),
  deleteStyle: ({ params }) => {
    styles.remove(params.id)
    return { id: params.id }
  },
  addVersion: ({ params, body }) => ({
    style: styles.addVersion(params.id, { ...body, origin: TYPED }),
  }),
  changeVersion: ({ params, body }) => ({
    style: styles.changeVersion(params.id, Number(params.number), body),
  }),
  chooseVersion: ({ params, body }) => ({ style: styles.chooseVersion(params.id, body.number) }),
})
