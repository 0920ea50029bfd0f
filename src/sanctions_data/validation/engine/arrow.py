"""From Arrow to numpy and back, buffer by buffer.

Arrow's own ways, such as ``to_numpy`` and ``pa.array``, import pandas at their first use, which
takes as long as checking half of the tables.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pyarrow as pa

Mask = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.integer]

MISSING = -1


def strings(texts: Iterable[str]) -> pa.StringArray:
    """Texts as an Arrow array.

    Example:
        >>> strings(["gb", "ö"]).to_pylist()
        ['gb', 'ö']
    """
    encoded = [text.encode() for text in texts]
    ends = np.cumsum([0, *map(len, encoded)], dtype=np.int32)
    content = pa.py_buffer(b"".join(encoded))
    return pa.StringArray.from_buffers(len(encoded), pa.py_buffer(ends), content)


def integers(values: Numbers) -> pa.Int64Array:
    """Numbers as an Arrow array."""
    content = np.ascontiguousarray(values, dtype=np.int64)
    return pa.Array.from_buffers(pa.int64(), len(content), [None, pa.py_buffer(content)])


def bits(mask: Mask) -> pa.BooleanArray:
    """A mask as an Arrow array."""
    packed = pa.py_buffer(np.packbits(mask, bitorder="little"))
    return pa.Array.from_buffers(pa.bool_(), len(mask), [None, packed])


def marks(booleans: pa.BooleanArray) -> Mask:
    """An Arrow array of booleans, none of them null, as a mask."""
    return _unpack(booleans.buffers()[1], booleans)


def numbers(array: pa.Array) -> npt.NDArray[np.integer]:
    """An Arrow array of whole numbers with -1 for null.

    Example:
        >>> import pyarrow as pa
        >>> numbers(pa.array([4, None], pa.int32())).tolist()
        [4, -1]
    """
    end = array.offset + len(array)
    kind = array.type.to_pandas_dtype()
    found = np.frombuffer(array.buffers()[1] or b"", dtype=kind)[array.offset : end]
    if not array.null_count:
        return found
    return np.where(_unpack(array.buffers()[0], array), found, kind(MISSING))


def _unpack(buffer: pa.Buffer | None, array: pa.Array) -> Mask:
    packed = np.frombuffer(buffer or b"", dtype=np.uint8)
    end = array.offset + len(array)
    return np.unpackbits(packed, count=end, bitorder="little")[array.offset :].view(np.bool_)
