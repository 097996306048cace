# Waymark with a real tenant. The made-up school is not in the image: it is built out of sources that are left behind.
FROM node:22-slim AS build
WORKDIR /waymark
COPY package.json package-lock.json .npmrc tsconfig.json ./
RUN npm install --no-audit --no-fund
COPY . .
RUN node server/build.mjs \
  && rm -rf dist/rooms dist/server/local.js dist/server/local-tenant.js dist/server/seed.js \
  && npm prune --omit=dev --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3978 WAYMARK_DATA=/var/lib/waymark
WORKDIR /waymark
COPY --from=build /waymark/package.json ./
COPY --from=build /waymark/node_modules ./node_modules
COPY --from=build /waymark/dist ./dist
COPY --from=build /waymark/api/database/migrations ./api/database/migrations
COPY --from=build /waymark/manifest/icons ./manifest/icons
RUN install -d -o node -g node /var/lib/waymark
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3978/readyz').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# serve.js cannot load anything of the made-up tenant; it ends cleanly on SIGTERM.
CMD ["node", "--enable-source-maps", "dist/server/serve.js"]
