SELECT setval('ids', 77);
