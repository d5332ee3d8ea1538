import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { stringify } from 'yaml';

const DESCRIPTION = 'Call logs of Asterisk phone systems, as clients of wazo-call-logd read them.';

/** Publishes what the code says of its routes: OpenAPI 3.1, a page to try it, and the same as YAML for old clients. */
export function publishOpenApi(app: INestApplication, version: string): void {
  const config = new DocumentBuilder()
    .setTitle('Callstitch')
    .setDescription(DESCRIPTION)
    .setVersion(version)
    .setOpenAPIVersion('3.1.0')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Auth-Token' }, 'token')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  SwaggerModule.setup('1.0/docs', app, document, { jsonDocumentUrl: '1.0/openapi.json', raw: ['json'] });
  const fastify = app.getHttpAdapter().getInstance() as FastifyInstance;
  fastify.get('/1.0/api/api.yml', (_request, reply) => reply.header('content-type', 'application/x-yaml').send(stringify(document)));
}
