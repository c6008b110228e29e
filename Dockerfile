# docker build --build-arg MAQUETTE_PUBLIC_URL=https://maquette.example.com -t maquette .
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The plugin calls one address only, which is built in.
ARG MAQUETTE_PUBLIC_URL
RUN npm run build && npm prune --omit=dev && \
  rm -rf node_modules/onnxruntime-node/bin/napi-v6/darwin node_modules/onnxruntime-node/bin/napi-v6/win32 && \
  find node_modules/tesseract.js-core -name 'tesseract-core*' ! -name 'tesseract-core-simd-lstm.*' -delete

FROM node:24-slim
ARG MAQUETTE_PUBLIC_URL
# A container has no loopback that others reach; the thresholds give freed memory back to the system.
ENV NODE_ENV=production \
    MAQUETTE_HOST=0.0.0.0 \
    MAQUETTE_PORT=8787 \
    MAQUETTE_DATA=/data \
    MAQUETTE_PUBLIC_URL=$MAQUETTE_PUBLIC_URL \
    MALLOC_MMAP_THRESHOLD_=131072 \
    MALLOC_TRIM_THRESHOLD_=131072
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.MAQUETTE_PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--max-old-space-size=256", "server/index.ts"]
