/** Which bases Python accepts together: the C3 order of classes that a random project knows. */

const LIBRARY: Readonly<Record<string, readonly string[]>> = {
  object: [],
  View: ['object'],
  APIView: ['View'],
  'generics.GenericAPIView': ['APIView'],
  'viewsets.ViewSetMixin': ['object'],
  'viewsets.ViewSet': ['viewsets.ViewSetMixin', 'APIView'],
  'viewsets.GenericViewSet': ['viewsets.ViewSetMixin', 'generics.GenericAPIView'],
  'mixins.CreateModelMixin': ['object'],
  'mixins.RetrieveModelMixin': ['object'],
  'mixins.UpdateModelMixin': ['object'],
  'mixins.DestroyModelMixin': ['object'],
  'mixins.ListModelMixin': ['object'],
  'viewsets.ReadOnlyModelViewSet': ['mixins.RetrieveModelMixin', 'mixins.ListModelMixin', 'viewsets.GenericViewSet'],
  'viewsets.ModelViewSet': [
    'mixins.CreateModelMixin',
    'mixins.RetrieveModelMixin',
    'mixins.UpdateModelMixin',
    'mixins.DestroyModelMixin',
    'mixins.ListModelMixin',
    'viewsets.GenericViewSet',
  ],
  'generics.ListAPIView': ['mixins.ListModelMixin', 'generics.GenericAPIView'],
  'generics.ListCreateAPIView': ['mixins.ListModelMixin', 'mixins.CreateModelMixin', 'generics.GenericAPIView'],
  'generics.RetrieveUpdateDestroyAPIView': [
    'mixins.RetrieveModelMixin',
    'mixins.UpdateModelMixin',
    'mixins.DestroyModelMixin',
    'generics.GenericAPIView',
  ],
  AccessMixin: ['object'],
  LoginRequiredMixin: ['AccessMixin'],
  UserPassesTestMixin: ['AccessMixin'],
};

export class Lineage {
  readonly #orders = new Map<string, readonly string[]>();

  constructor() {
    for (const name of Object.keys(LIBRARY)) this.add(name, LIBRARY[name]!);
  }

  /** The order of a known class, itself first. */
  orderOf(name: string): readonly string[] {
    return this.#orders.get(name) ?? [name];
  }

  /** Notes the class unless Python has no order for these bases. */
  add(name: string, bases: readonly string[]): boolean {
    const order = merge([...bases.map((base) => [...this.orderOf(base)]), [...bases]]);
    if (order) this.#orders.set(name, [name, ...order]);
    return order !== null;
  }
}

/** C3 (Python reference, "The Python 2.3 Method Resolution Order"). */
function merge(lists: string[][]): string[] | null {
  const out: string[] = [];
  for (;;) {
    const left = lists.filter((list) => list.length > 0);
    if (left.length === 0) return out;
    const head = left.map((list) => list[0]!).find((name) => left.every((list) => list.indexOf(name) < 1));
    if (!head) return null;
    out.push(head);
    for (const list of left) if (list[0] === head) list.shift();
  }
}
