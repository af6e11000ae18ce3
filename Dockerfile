# Builds with everything, ships without compilers and sources. Node 24 LTS; non-root; one process.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3000 \
    DATA_DIR=/data \
    MEDIA_DIR=/data/media \
    MALLOC_ARENA_MAX=2
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/data ./data
COPY --from=build /app/src/cli/build.mjs /app/src/cli/command.mjs ./src/cli/
COPY --from=build /app/src/admin/.next ./src/admin/.next
COPY --from=build /app/src/admin/next.config.mjs ./src/admin/
RUN mkdir -p /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# memory is dearer than the per cent of speed that V8's larger young heap and an arena of glibc's for each thread would give (docs/performance.md)
CMD ["node", "--max-semi-space-size=8", "dist/src/main.js"]
