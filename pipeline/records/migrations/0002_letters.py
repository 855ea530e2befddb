"""Kinds of letters, signatories, proofs of copies."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('records', '0001_first'),
    ]

    operations = [
        migrations.CreateModel(
            name='SheetRow',
            fields=[
                ('id', models.CharField(max_length=24, primary_key=True, serialize=False)),
                ('case', models.CharField(db_index=True, max_length=16)),
                ('kind', models.CharField(max_length=20)),
                ('letter', models.CharField(blank=True, default='', max_length=24)),
                ('revision', models.IntegerField(default=0)),
                ('state', models.CharField(max_length=20)),
                ('code', models.CharField(max_length=60, unique=True)),
                ('key_id', models.CharField(max_length=20)),
                ('digest', models.CharField(max_length=64)),
                ('pages', models.IntegerField(default=1)),
                ('made_at', models.DateTimeField()),
                ('made_by', models.CharField(max_length=64)),
                ('printed', models.IntegerField(default=0)),
                ('arrival', models.CharField(blank=True, default='', max_length=26)),
                ('decision', models.TextField(default='{}')),
                ('decided_by', models.CharField(blank=True, default='', max_length=64)),
                ('decided_at', models.DateTimeField(null=True)),
                ('version', models.IntegerField(default=1)),
            ],
        ),
        migrations.AddField(
            model_name='copyrow',
            name='attested',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='copyrow',
            name='attested_by',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='copyrow',
            name='confirmed_by',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
        migrations.AddField(
            model_name='copyrow',
            name='means',
            field=models.CharField(default='scan', max_length=12),
        ),
        migrations.AddField(
            model_name='copyrow',
            name='report',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='copyrow',
            name='spoilt',
            field=models.IntegerField(default=0),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='capacity',
            field=models.CharField(blank=True, default='', max_length=20),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='clauses',
            field=models.TextField(default='[]'),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='edited',
            field=models.CharField(blank=True, default='', max_length=26),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='kind',
            field=models.CharField(default='jawaban', max_length=20),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='mandate',
            field=models.TextField(blank=True, default=''),
        ),
        migrations.AddField(
            model_name='letterrow',
            name='signatory',
            field=models.CharField(blank=True, default='', max_length=64),
        ),
    ]
