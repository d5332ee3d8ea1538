/** The same object, with the seconds that its methods take added up by name. */
export function timed<Port extends object>(port: Port, methods: readonly (keyof Port & string)[], seconds: Record<string, number>): Port {
  return new Proxy(port, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      const method = value.bind(target) as (...args: unknown[]) => unknown;
      if (!methods.includes(name as keyof Port & string)) return method;
      return async (...args: unknown[]) => {
        const before = performance.now();
        try {
          return await method(...args);
        } finally {
          seconds[String(name)] = (seconds[String(name)] ?? 0) + (performance.now() - before) / 1000;
        }
      };
    },
  });
}
