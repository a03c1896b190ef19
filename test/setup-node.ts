/** Node has no Temporal yet: tests of pure code get the same polyfill that the renderer falls back to. */
import 'temporal-polyfill/global';
