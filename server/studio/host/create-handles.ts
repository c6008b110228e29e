import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import type { Codec } from './inside/create-codec.ts'

type Handles = [json: QuickJSHandle, ...bytes: QuickJSHandle[]]

/** Values as QuickJS holds them: one JSON text, and an ArrayBuffer for each of its byte arrays. */
export const createHandles = (vm: QuickJSContext, codec: Codec) => {
  const toHandles = (value: unknown): Handles => {
    const bytes: Uint8Array[] = []
    const json = vm.newString(JSON.stringify(codec.encode(value, bytes)))
    return [json, ...bytes.map((each) => vm.newArrayBuffer(each.slice().buffer))]
  }
  const fromHandles = ([json, ...buffers]: readonly QuickJSHandle[]): unknown =>
    codec.decode(
      json === undefined ? null : JSON.parse(vm.getString(json)),
      buffers.map((buffer) => vm.getArrayBuffer(buffer).consume((bytes) => bytes.value.slice())),
    )
  return {
    toHandles,
    fromHandles,
    /** One handle for a whole value: the text alone where there are no bytes. */
    toAnswer: (value: unknown): QuickJSHandle => {
      const handles = toHandles(value)
      if (handles.length === 1) return handles[0]
      const answer = vm.newArray()
      for (const [at, handle] of handles.entries())
        handle.consume((each) => vm.setProp(answer, at, each))
      return answer
    },
    fromAnswer: (answer: QuickJSHandle): unknown => {
      if (vm.typeof(answer) === 'string') return fromHandles([answer])
      // Not `getLength`: it reads a buffer that is lost when the memory grows (quickjs-emscripten 0.32).
      const length = vm.getProp(answer, 'length').consume((each) => vm.getNumber(each))
      const handles = Array.from({ length }, (_, at) => vm.getProp(answer, at))
      const value = fromHandles(handles)
      for (const handle of handles) handle.dispose()
      return value
    },
  }
}
