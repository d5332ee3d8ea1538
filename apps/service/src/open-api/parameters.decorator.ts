import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiQuery } from '@nestjs/swagger';
import { parametersOf } from '../parameters/parameter.decorator.js';

/** Documents a route's query from the class that reads it: what is read is what is documented. */
export function Parameters(Class: new () => object, summary: string): MethodDecorator {
  const defaults = new Class() as Readonly<Record<string, unknown>>;
  const queries = [...parametersOf(Class.prototype as object)].map(([property, { name, reader, required, description }]) => {
    const standard = defaults[property];
    return ApiQuery({
      name,
      required,
      description,
      schema: { ...reader.schema, ...(standard === undefined || standard === null ? {} : { default: standard }) },
      ...(reader.schema['type'] === 'array' ? { style: 'form' as const, explode: false } : {}),
    });
  });
  return applyDecorators(ApiOperation({ summary }), ...queries);
}
